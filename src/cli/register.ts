import type { Command } from 'commander';
import type { Io } from './io.js';

/** Adds one command to the program; `leave` takes the exit code once the command has run. */
export type Register = (program: Command, io: Io, leave: (code: number) => void) => void;
