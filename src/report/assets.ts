import { fileURLToPath } from 'node:url';

/**
 * Absolute path of a file in the package's `assets/` folder. Works from `src` (tests), from `dist` and installed, since
 * both folders are one level below the package.
 *
 * @param name path inside `assets/`, for example `fonts/metrics.json`
 */
export function assetPath(name: string): string {
  return fileURLToPath(new URL(`../../assets/${name}`, import.meta.url));
}
