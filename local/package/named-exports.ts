import type { Plugin } from 'esbuild';

const NAMESPACE = 'named-exports';
const NAME = /^[A-Za-z_$][\w$]*$/;

/**
 * A package of CommonJS that is imported on demand would have a default export and nothing else, once its code stands
 * in a file of its own (esbuild cannot know the names there). They are looked up here and written down.
 */
export const namedExports = (root: string): Plugin => ({
  name: NAMESPACE,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(@[\w-]+\/)?[a-z]/ }, ({ path, kind, importer }) =>
      kind === 'dynamic-import' && !importer.includes('node_modules') && !path.startsWith('node:')
        ? { path, namespace: NAMESPACE }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: NAMESPACE }, async ({ path }) => {
      const found: unknown = await import(path);
      const all = Object.keys(Object(found)).filter((name) => NAME.test(name));
      const names = all.filter((name) => name !== 'default');
      // Taken apart instead of asked for by name: the ES module that is bundled may have no default, where Node makes one.
      const whole = all.includes('default') ? '\nconst { default: whole } = all;\nexport default whole;' : '';
      return {
        contents: `import * as all from '${path}';\nexport const { ${names.join(', ')} } = all;${whole}`,
        resolveDir: root,
      };
    });
  },
});
