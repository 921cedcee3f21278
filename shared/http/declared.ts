import type * as z from "zod";

type FieldOf<T> = T extends unknown ? keyof T : never;
type In<T, Field> = T extends unknown ? (Field extends keyof T ? T[Field] : never) : never;
type Plain = string | number | boolean | bigint | symbol | null | undefined | ((...given: never) => unknown);
type ItemOf<T> = T extends readonly (infer Item)[] ? Item : never;

/** Fields of `Said`, at any depth, that no alternative of `Declared` has. Of a value of any type nothing is known. */
type Undeclared<Said, Declared> = unknown extends Declared
  ? never
  : Said extends Plain
    ? never
    : Said extends readonly (infer Item)[]
      ? Undeclared<Item, ItemOf<Declared>>
      : {
          [Field in keyof Said]-?: Field extends FieldOf<Declared>
            ? Undeclared<Said[Field], In<Declared, Field>>
            : Field;
        }[keyof Said];

/**
 * Asked of each route beside its view: an answer has no field that its schema does not declare. One that has does not compile,
 * and the error names the field. A view states no type of its own, because a stated type hides what is spread into it.
 */
export type Declares<V extends z.ZodType, Said> = [Undeclared<Said, z.input<V>>] extends [never]
  ? unknown
  : { readonly "the schema of the answer declares no": Undeclared<Said, z.input<V>> };
