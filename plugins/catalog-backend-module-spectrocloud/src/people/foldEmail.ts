const ASCII_EMAIL = /^[!-?A-~]+@[!-?A-~]+$/;

/**
 * An e-mail address as it is compared.
 *
 * @returns undefined for what may become another's when case is ignored, as the catalog does: other letters than ASCII's
 */
export function foldEmail(email: string | undefined): string | undefined {
  return email && ASCII_EMAIL.test(email) ? email.toLowerCase() : undefined;
}
