/**
 * `Content-Disposition` that saves a file under a name in any script (RFC 6266, RFC 8187): the name in UTF-8, and for
 * clients that do not read that, its ASCII characters. What would be a path or a control character is not in either.
 */
export function savedAs(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, "_");
  const ascii = plain.replaceAll(/[^\x20-\x7e]/gu, "_").replaceAll(/["%;]/g, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${escaped(plain)}`;
}

/** Percent-encoding of all but RFC 3986's unreserved characters. */
export const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
