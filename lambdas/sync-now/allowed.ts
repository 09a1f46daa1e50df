/** Whether an address is on the list, in whatever case; `@example.com` is everybody of that domain and of no other. */
export function isAllowed(email: string, list: readonly string[]): boolean {
  const asked = email.toLowerCase();
  const domain = asked.slice(asked.lastIndexOf('@'));
  return list.some((entry) => {
    const allowed = entry.toLowerCase();
    return allowed.startsWith('@') ? domain === allowed : asked === allowed;
  });
}
