import { hash } from 'node:crypto';
import { MasterKey } from './keys.js';

/** Name of the demonstration key's file at the top of a synthetic workspace. */
export const DEMONSTRATION_KEY_FILE = 'demonstration.key';

/**
 * The key of synthetic workspaces. It is the same everywhere and public, so it protects nothing; it lets the first
 * command work, and every workspace that is not declared synthetic refuses it.
 */
export function demonstrationKey(): MasterKey {
  return new MasterKey(hash('sha256', 'profile demonstration key, for invented data only', 'buffer'), true);
}

/** Content of the `demonstration.key` file. */
export function demonstrationKeyText(): string {
  return [
    '# Demonstration key of profile. It is public and protects nothing.',
    '# It works only in a workspace whose configuration says "synthetic: true".',
    '# For real data make a key of your own: profile key new --key-file <path outside the workspace>',
    demonstrationKey().text(),
    '',
  ].join('\n');
}
