import '../../services/import/parser/main.ts';

/** The parser as it is, which also says on request how much memory it has had at its peak. */
process.on('message', (message: { type: string }) => {
  if (message.type === 'memory') process.send!({ type: 'memory', bytes: process.resourceUsage().maxRSS * 1024 });
});
