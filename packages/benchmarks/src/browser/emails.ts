function emails(role: string, count: number, first: number): string[] {
  return Array.from(
    { length: count },
    (_, index) =>
      `${role}-${String(first + index).padStart(4, '0')}@acme.example`,
  );
}

/** Addresses of tenant administrators, who see every cluster. */
export function adminEmails(count: number, first = 0): string[] {
  return emails('admin', count, first);
}

/** Addresses of members of one project each. */
export function memberEmails(count: number, first = 0): string[] {
  return emails('member', count, first);
}
