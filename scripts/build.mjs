// Compiles src to dist, then bundles the one file that uses @stdlib, so that an installed package needs none of its
// 230 small packages.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundled = 'distributions.js';

const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
const compiled = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

// stdlib's tracing package reads the environment and can open sockets: neither has a place here.
const silentTracing = {
  name: 'silent-tracing',
  setup(bundler) {
    bundler.onResolve({ filter: /^debug$/ }, () => ({ path: 'debug', namespace: 'silent' }));
    bundler.onLoad({ filter: /.*/, namespace: 'silent' }, () => ({
      contents: 'module.exports = () => () => {};',
    }));
  },
};

await build({
  absWorkingDir: root,
  entryPoints: [path.join('src/statistics', bundled.replace('.js', '.ts'))],
  outfile: path.join('dist/statistics', bundled),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  legalComments: 'eof',
  plugins: [silentTracing],
  banner: { js: '// Holds parts of stdlib (https://stdlib.io), Apache-2.0: see assets/licences/stdlib.txt.' },
  logLevel: 'warning',
});
