import { escaped } from './escaped.ts';

/** Of one paragraph a line; `size` in hundredths of a point, later lines are smaller. */
export const title = (lines: readonly string[], size: number): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${lines
    .map((line, index) => {
      const look = `sz="${index === 0 ? size : 1000}" b="0"`;
      return `<a:p><a:pPr><a:defRPr ${look}/></a:pPr><a:r><a:rPr lang="en-GB" ${look}/><a:t>${escaped(line)}</a:t></a:r></a:p>`;
    })
    .join('')}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
