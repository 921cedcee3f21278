/**
 * A bundle is `YJS01.<16 characters>`; its part for an item is the application `PL-001.<the same>-YJS01-PL-001`: what
 * follows the dot is the key of its record, and tells the parts apart.
 */
export function partId(bundle: string, item: string): string {
  const [code, unique] = bundle.split(".");
  return `${item}.${unique}-${code}-${item}`;
}

/** Of which bundle an application is a part, and for which item; undefined for every other application. */
export function partOf(application: string): { readonly bundle: string; readonly item: string } | undefined {
  const found = /^(P[LS]-\d{3})\.([0-9A-Z]{16})-(YJS\d{2})-\1$/.exec(application);
  const [, item, unique, code] = found ?? [];
  return item === undefined || unique === undefined || code === undefined
    ? undefined
    : { bundle: `${code}.${unique}`, item };
}
