import type { Command } from 'commander';
import type { Cli } from './cli.ts';

/** Adds commands to the program; each file of commands/ exports one. */
export type Register = (program: Command, cli: Cli) => void;

/** A command that holds others, such as `invoices`; alone it is refused with their names. */
export function group(program: Command, name: string, description: string): Command {
  const made = program.command(name).description(description).usage('<command> …');
  return made
    .allowExcessArguments(true)
    .argument('[command]')
    .action((given: string | undefined) => {
      const names = made.commands.map((c) => c.name()).join(', ');
      made.error(given === undefined ? `“${name}” wants one of: ${names}.` : `unknown command “${name} ${given}”. There are: ${names}.`, {
        exitCode: 2,
        code: 'commander.unknownCommand',
      });
    });
}
