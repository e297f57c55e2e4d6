import { CloseButton, Popover, Progress } from '@mantine/core';
import { IconLoader2, IconListCheck } from '@tabler/icons-react';
import { useWordOf, useWords } from '../i18n/index.ts';
import type words from '../i18n/en/frame.json';
import { ErrorState } from '../ui/ErrorState.tsx';
import { StatusMark } from '../ui/StatusMark.tsx';
import { duration, grouped } from './duration.ts';
import { dismissTask, useTasks, type Task } from './tasks.ts';

/** Long work: what, how far, how fast, how long still, Cancel; results stay until they are read. Not there while idle. */
export function TaskTray() {
  const t = useWords<typeof words>('frame');
  const tasks = useTasks();
  const running = tasks.filter((task) => task.state === 'running').length;
  const failed = tasks.some((task) => task.state === 'failed');
  if (tasks.length === 0) return null;
  const label = running > 0 ? t('tasksRunning', { count: running }) : failed ? t('taskFailed') : t('tasksDone', { count: tasks.length });
  return (
    <Popover position="bottom-end" shadow="md" withArrow={false}>
      <Popover.Target>
        <button type="button" className="top-button" aria-live="polite">
          {running > 0 ? (
            <IconLoader2 size={16} stroke={1.5} aria-hidden="true" className="spin" />
          ) : (
            <IconListCheck size={16} stroke={1.5} aria-hidden="true" />
          )}
          <span>{label}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <div className="tasks" role="list" aria-label={t('tasks')}>
          {tasks.map((task) => (
            <TaskItem key={task.id} task={task} />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function TaskItem({ task }: { task: Task }) {
  const t = useWords<typeof words>('frame');
  const unit = useWordOf('frame');
  const p = task.progress;
  const percent = p?.total ? Math.min(100, Math.floor((p.done * 100) / p.total)) : null;
  const line = p
    ? [
        unit(`stage.${p.stage}`),
        `${grouped(p.done)}${p.total === null ? '' : ` / ${grouped(p.total)}`} ${unit(`unit.${p.unit}`)}`,
        p.rate === null ? null : t('rate', { rate: grouped(Math.round(p.rate)) }),
        p.remaining === null ? null : t('remaining', { time: duration(p.remaining) }),
      ]
        .filter(Boolean)
        .join(' · ')
    : t('starting');
  return (
    <div className="task" role="listitem">
      <div className="task-head">
        <span>{task.title}</span>
        {task.state === 'running' ? (
          <button type="button" className="link" onClick={task.cancel}>
            {t('cancel')}
          </button>
        ) : (
          <CloseButton size="sm" aria-label={t('dismiss')} onClick={() => dismissTask(task.id)} />
        )}
      </div>
      {task.state === 'running' && <Progress size="xs" value={percent ?? 100} animated={percent === null} aria-label={task.title} />}
      {task.state === 'running' && <span className="task-line">{line}</span>}
      {task.state === 'done' && (
        <span>
          <StatusMark mark={task.result?.mark ?? 'pass'} label={task.result?.text ?? t('done')} />
        </span>
      )}
      {task.state === 'cancelled' && (
        <span>
          <StatusMark mark="missing" label={t('cancelled')} />
        </span>
      )}
      {task.state === 'failed' && task.error && <ErrorState error={task.error} />}
    </div>
  );
}
