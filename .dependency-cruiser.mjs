/** The import rules of docs/tour.md: the way of data, enforced. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only(
      'domain-is-pure',
      '^lambdas/domain',
      '^lambdas/domain|^(node:)?crypto$',
      'domain sees itself, hashing and calendar arithmetic: no clock, no environment, no network, no SDK',
    ),
    {
      name: 'zod-mini',
      comment: 'functions take zod/mini: the whole of zod is 70 KB more, which no bundler can leave out',
      severity: 'error',
      from: { path: '^lambdas' },
      to: { path: 'node_modules/zod/(?!mini/)' },
    },
    only('tabs-are-pure', '^lambdas/tabs', '^lambdas/(tabs|domain)', 'tabs turn figures into cells'),
    only(
      'stages-see-ports',
      '^lambdas/(dispatch|ingest|rollup|report|sweep|explain)/(?!handler)',
      '^lambdas/(domain|tabs|ports|$1)|^lambdas/ports\\.ts$',
      'a use case sees domain, tabs, ports and its own folder',
    ),
    only(
      'doors-compose',
      '^lambdas/(dispatch|ingest|rollup|report|sweep|sync-now)/handler',
      '^lambdas/(domain|ports|runtime|$1)|@types/aws-lambda',
      'a handler parses the event and calls one use case',
    ),
    only(
      'sync-now-sees-ports',
      '^lambdas/sync-now/(?!handler|google-identity)',
      '^lambdas/(ports\\.ts|sync-now/)|^(node:)?crypto$|node_modules/zod|@types/aws-lambda',
      'the use case of sync-now sees ports and its own folder; who verifies tokens stands behind a port',
    ),
    only(
      'google-identity',
      '^lambdas/sync-now/google-identity',
      '^lambdas/sync-now/identity\\.ts$|node_modules/(zod|google-auth-library)/',
      'an adapter sees its port and its SDK',
    ),
    only(
      'google-calls',
      '^lambdas/google',
      '^lambdas/(google|domain)|^lambdas/ports\\.ts$|node_modules|^(node:)?(crypto|timers|zlib|http|https|stream|events)',
      'how Google is called, for the adapters of its APIs: credentials, retries, errors',
    ),
    only(
      'drive-adapter',
      '^lambdas/drive',
      '^lambdas/(drive|google|domain)|^lambdas/ports\\.ts$|node_modules|^(node:)?(crypto|timers|zlib|http|https|stream|events)',
      'an adapter sees domain, ports and its SDK; never another adapter',
    ),
    only(
      'sheets-adapter',
      '^lambdas/sheets',
      '^lambdas/(sheets|google|domain|tabs)|^lambdas/ports\\.ts$|node_modules|^(node:)?(crypto|timers|zlib|http|https|stream|events)',
      'an adapter sees domain, the layout it publishes, ports and its SDK; never another adapter',
    ),
    only(
      'store-adapter',
      '^lambdas/store',
      '^lambdas/(store|domain)|^lambdas/(ports|contract)\\.ts$|node_modules|^(node:)?(crypto|timers|zlib|http|https)',
      'an adapter sees domain, ports and its SDK; never another adapter',
    ),
    {
      name: 'only-compose-sees-adapters',
      severity: 'error',
      from: { path: '^lambdas', pathNot: '^lambdas/(google|sheets|drive|store)|^lambdas/runtime/compose\\.ts$' },
      to: { path: '^lambdas/(google|sheets|drive|store)/' },
    },
    {
      name: 'infra-sees-the-contract-alone',
      severity: 'error',
      from: { path: '^infra' },
      to: { path: '^(lambdas|local|test)/', pathNot: '^lambdas/contract\\.ts$' },
    },
    {
      name: 'the-cloud-knows-nothing-local',
      severity: 'error',
      from: { path: '^lambdas' },
      to: { path: '^(local|infra|test)/' },
    },
    {
      name: 'never-the-root-googleapis-index',
      comment: 'the root index costs 24 x bare node at load; use googleapis/build/src/apis/NAME',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/googleapis/build/src/index' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
