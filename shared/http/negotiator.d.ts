/** What this house uses of `negotiator`, which brings no types; those of DefinitelyTyped lack `preferred`. */
declare module "negotiator" {
  export default class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string | undefined>> });
    language(available: readonly string[]): string | undefined;
    /** `preferred`: the order among codings of equal weight. */
    encoding(available: readonly string[], options: { readonly preferred: readonly string[] }): string | undefined;
  }
}
