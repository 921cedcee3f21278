/** Every field of `T` by name, the optional ones too. */
export type FieldsOf<T extends object> = { readonly [Field in keyof T]-?: true };

/**
 * Carries the named fields from one state to the next; a field that is undefined is left out.
 * A field of `T` that the table forgets does not compile.
 * @example const filed = keep<Filed>({ item: true, office: true });
 */
export function keep<T extends object>(fields: FieldsOf<T>): (state: T) => T;
export function keep(fields: object): (state: object) => object {
  return (state) =>
    Object.fromEntries(
      Object.entries(state).filter(([field, value]) => Object.hasOwn(fields, field) && value !== undefined),
    );
}

type Said<T, Field extends keyof T> = object extends Pick<T, Field> ? T[Field] | undefined : T[Field];

/** What a state `T` has beside what it keeps. Each field must be said, the optional ones if only as undefined. */
export type Produced<T extends object, Kept extends object> = {
  readonly [Field in Exclude<keyof T, keyof Kept>]: Said<T, Field>;
};

/**
 * The next state: what it keeps, and what the event makes of it. A field of `T` that is in neither does not compile.
 * @example become<Withdrawn, Filed>(filed(state), { status: "withdrawn", withdrawnOn })
 */
export function become<T extends Kept, Kept extends object>(kept: Kept, produced: Produced<T, Kept>): T;
export function become(kept: object, produced: object): object {
  return { ...kept, ...Object.fromEntries(Object.entries(produced).filter(([, value]) => value !== undefined)) };
}
