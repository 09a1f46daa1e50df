import { InvalidArgumentError } from 'commander';
import { localeRules } from '../lambdas/domain/cells/locale.ts';

/** `--locale nl_NL` or `nl-NL`: a language, and a country if there is one, that this runtime knows. */
export function parseLocale(text: string): string {
  try {
    const { region } = new Intl.Locale(localeRules(text).tag);
    if (region === undefined || regionNames.of(region) !== undefined) return text;
  } catch {
    // Said below.
  }
  throw new InvalidArgumentError('Give a locale such as en_GB or nl_NL.');
}

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
