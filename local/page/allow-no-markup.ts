interface Policies {
  createPolicy(name: string, rules: { createHTML: (markup: string) => string }): unknown;
}

/**
 * The page's policy lets no text become markup. One thing needs a word: the chart library empties an element by
 * assigning an empty text.
 */
export function allowNoMarkup(): void {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes; // not in every browser
  policies?.createPolicy('default', {
    createHTML: (markup) => {
      if (markup !== '') throw new TypeError('Text never becomes markup on this page.');
      return '';
    },
  });
}
