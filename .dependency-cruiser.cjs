// The floor plan of ARCHITECTURE.md: imports point down this list, never up.
const may = {
  workspace: ['reference'],
  reference: [],
  extracts: ['reference'],
  privacy: ['extracts', 'reference'],
  sample: ['extracts', 'reference'],
  ingest: ['extracts', 'reference', 'privacy'],
  store: ['privacy', 'extracts', 'reference'],
  statistics: [],
  analysis: ['statistics', 'store', 'extracts', 'reference'],
  disclosure: ['analysis', 'reference'],
  report: ['disclosure', 'analysis', 'statistics', 'extracts', 'reference', 'workspace'],
  pipeline: ['report', 'disclosure', 'analysis', 'statistics', 'store', 'ingest', 'privacy', 'sample', 'extracts', 'reference', 'workspace'],
};
const rooms = Object.keys(may);

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^src/', pathNot: '^src/cli/main\\.ts$' }, to: {} },
    ...rooms.map((room) => ({
      name: `${room}-imports-down`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...may[room]].join('|')})/` },
    })),
    { name: 'nobody-imports-the-cli', severity: 'error', from: { path: '^src/(?!cli/)' }, to: { path: '^src/cli/' } },
    {
      name: 'only-pipeline-and-cli-read-network-modules',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
