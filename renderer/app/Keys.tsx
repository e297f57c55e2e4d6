import { shortcutLabels } from '../actions/keys.ts';

const mac = /Mac|iPhone/.test(navigator.platform);

/** A shortcut as key caps. */
export const Keys = ({ shortcut }: { shortcut: string }) => (
  <span className="keys">
    {shortcutLabels(shortcut, mac).map((press, index) => (
      <kbd key={index}>{press.join(mac ? '' : ' ')}</kbd>
    ))}
  </span>
);
