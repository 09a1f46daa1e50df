import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Writes the types of one module, and of those that they speak of, below a folder. Paths stay as they are in the
 * sources; `local/sheets-server/start.ts` becomes `local/sheets-server/start.d.ts`.
 */
export function writeDeclarations(root: string, entry: string, folder: string): void {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [entry] }, ts.sys, root);
  const program = ts.createProgram([join(root, entry)], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
  });
  const wanted = [join(root, entry)];
  // The list grows while it is walked.
  for (const file of wanted) {
    const text = declaration(program, file);
    const target = join(folder, relative(root, file).replace(/\.ts$/, '.d.ts'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    for (const [, path = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g)) {
      const next = resolve(dirname(file), `${path}.ts`);
      if (!wanted.includes(next)) wanted.push(next);
    }
  }
}

function declaration(program: ts.Program, file: string): string {
  let text: string | undefined;
  program.emit(
    program.getSourceFile(file),
    (_, written) => {
      text = written;
    },
    undefined,
    true,
  );
  if (text === undefined) throw new Error(`TypeScript wrote no types of ${file}.`);
  // Whoever reads types looks for the JavaScript beside them.
  return text.replace(/((?:from |import\()['"]\.[^'"]+)\.ts(?=['"])/g, '$1.js');
}
