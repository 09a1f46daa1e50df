/**
 * A time zone in which it is now between noon and six, on the day that it is in UTC: for tests of programs that have no
 * other clock than that of the machine. In the morning of a Monday the tab Week shows last week, and at midnight "today"
 * becomes another day.
 */
export function afternoonZone(): string {
  const ahead = 12 - 6 * Math.floor(new Date().getUTCHours() / 6);
  // The sign is that of POSIX: Etc/GMT-12 is twelve hours ahead.
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
