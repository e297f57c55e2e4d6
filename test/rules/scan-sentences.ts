import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** A sentence that the code can say: English with `{name}` for each hole. */
export interface Found {
  template: string;
  /** Code of the refusal, notice or reject, where the sentence is its message. */
  code: string | null;
  place: string;
}

export interface Scan {
  sentences: Found[];
  /** Sentences whose holes have no names: another language can tell them only by their pattern. */
  plain: { file: string; place: string; text: string }[];
}

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** Properties of object literals that hold a sentence. */
const KEYS = new Set(['message', 'remedy', 'reason']);
/** What takes a code and a sentence, and perhaps a remedy: name → place of the code among its arguments. */
const CALLS: Readonly<Record<string, number>> = {
  refuse: 0,
  fail: 0,
  refused: 0,
  failWith: 0,
  appError: 0,
  noticeOf: 1,
  note: 1,
  rejectOf: 3,
  add: 1,
};
const CODE = /^[a-z]+(?:\.[a-z0-9-]+)+$|^internal$/;

/** Every sentence that reaches the interface, read from the source text itself. */
export function scanSentences(root: string): Scan {
  const scan: Scan = { sentences: [], plain: [] };
  const files = globSync(['{domain,db,services,electron,node/loopback}/**/*.ts', 'renderer/**/*.{ts,tsx}'], { cwd: root }).filter(
    (f) => !/\.(?:test|d)\.tsx?$|^services\/sample\/|^domain\/words\/(?:zh-cn|tell)/.test(f.replaceAll('\\', '/')),
  );
  for (const file of files.toSorted()) scanFile(file, readFileSync(`${root}/${file}`, 'utf8'), scan);
  return scan;
}

function scanFile(file: string, source: string, scan: Scan): void {
  const at = (node: Node): string => `${file}:${source.slice(0, node.start).split('\n').length}`;
  const seen = new Set<Node>();
  const keep = (node: Node, template: string, code: string | null): void => void scan.sentences.push({ template, code, place: at(node) });

  /** The sentences that an expression can be. Names and calls lead elsewhere, where their sentences are found by themselves. */
  const take = (node: Node | undefined, code: string | null): void => {
    if (!node || seen.has(node)) return;
    if (node.type === 'ConditionalExpression') return [node['consequent'], node['alternate']].forEach((n) => take(n as Node, code));
    if (node.type === 'LogicalExpression') return [node['left'], node['right']].forEach((n) => take(n as Node, code));
    if (node.type === 'ArrowFunctionExpression') return take(node['body'] as Node, code);
    if (node.type === 'Literal' && typeof node['value'] === 'string' && node['value'] !== '') {
      seen.add(node);
      keep(node, node['value'], code);
    }
    if (node.type === 'Identifier') return take(texts.get(String(node['name'])), code);
    if (node.type === 'TaggedTemplateExpression' && isSay(node)) {
      seen.add(node);
      keep(node, templateOf(node), code);
      visit(node['quasi'] as Node);
    }
    if (node.type === 'TemplateLiteral') {
      seen.add(node);
      const holes = node['expressions'] as Node[];
      if (holes.length === 0) keep(node, (node['quasis'] as { value: { cooked: string } }[])[0]!.value.cooked, code);
      else
        scan.plain.push({
          file,
          place: at(node),
          text: (node['quasis'] as { value: { cooked: string } }[]).map((q) => q.value.cooked).join('{}'),
        });
    }
  };

  const program = parseSync(file, source).program as unknown as Node;
  const texts = constants(program);

  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const n = node as Node;
    if (n.type === 'CallExpression') {
      const callee = n['callee'] as Node;
      const name = String(callee['name'] ?? (callee['property'] as Node | undefined)?.['name'] ?? '');
      const place = Object.hasOwn(CALLS, name) ? CALLS[name]! : -1;
      const args = n['arguments'] as Node[];
      const code = args[place]?.['value'];
      const first = place < 0 ? undefined : args.slice(place + 1).findIndex((a) => isSentence(a));
      if (typeof code === 'string' && CODE.test(code) && first !== undefined && first >= 0)
        args.slice(place + 1 + first, place + 3 + first).forEach((a, i) => take(a, i === 0 ? code : null));
    }
    if (n.type === 'ObjectExpression') {
      const properties = (n['properties'] as Node[]).filter((p) => p.type === 'Property');
      const value = (key: string): Node | undefined => properties.find((p) => (p['key'] as Node)['name'] === key)?.['value'] as Node;
      const code = value('code')?.['value'];
      if (value('remedy') || (typeof code === 'string' && CODE.test(code)))
        for (const key of KEYS) take(value(key), key === 'remedy' || typeof code !== 'string' ? null : code);
    }
    if (n.type === 'TaggedTemplateExpression' && isSay(n)) take(n, null);
    for (const key in n) if (key !== 'type') visit(n[key]);
  };
  visit(program);
}

/** Texts that stand under a name of their own: `const again = 'Pack the files again.'`. */
function constants(program: Node): Map<string, Node> {
  const found = new Map<string, Node>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const n = node as Node;
    const init = n.type === 'VariableDeclarator' ? (n['init'] as Node | null) : null;
    if (init && (init.type === 'Literal' || init.type === 'TemplateLiteral')) found.set(String((n['id'] as Node)['name']), init);
    for (const key in n) if (key !== 'type') visit(n[key]);
  };
  visit(program);
  return found;
}

const isSay = (node: Node): boolean => (node['tag'] as Node)['name'] === 'say';
const isSentence = (node: Node): boolean =>
  node.type === 'TaggedTemplateExpression' ||
  node.type === 'TemplateLiteral' ||
  node.type === 'ConditionalExpression' ||
  node.type === 'ArrowFunctionExpression' ||
  node.type === 'LogicalExpression' ||
  (node.type === 'Literal' && typeof node['value'] === 'string' && /[ .]/.test(node['value']));

function templateOf(node: Node): string {
  const quasi = node['quasi'] as Node;
  const texts = (quasi['quasis'] as { value: { cooked: string } }[]).map((q) => q.value.cooked);
  const names = (quasi['expressions'] as Node[]).map((e) => {
    const [hole] = e['properties'] as Node[];
    return String((hole?.['key'] as Node | undefined)?.['name'] ?? '');
  });
  return texts.reduce((all, text, i) => `${all}{${names[i - 1]}}${text}`);
}
