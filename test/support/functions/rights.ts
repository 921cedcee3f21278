import type { Files } from "../../../shared/files/index.ts";
import type { FunctionKind } from "../../../shared/service/index.ts";
import type { Query, Table } from "../../../shared/store/table.ts";

/** A function of a service. */
export interface Doer {
  readonly service: string;
  readonly kind: FunctionKind;
}

/** A right and the thing it is used on: `table`, `index/byOwner`, `bucket`, `objects`, `topic`. */
export type Right = `${string}:${string} ${string}`;

/** Writes down which rights each function uses. */
export class Rights {
  readonly #used = new Map<string, Set<Right>>();

  /** The rights that a function has used so far. */
  of({ service, kind }: Doer): ReadonlySet<Right> {
    return this.#used.get(`${service} ${kind}`) ?? new Set();
  }

  note({ service, kind }: Doer, rights: readonly Right[]): void {
    const name = `${service} ${kind}`;
    const used = this.#used.get(name) ?? new Set();
    for (const right of rights) used.add(right);
    this.#used.set(name, used);
  }

  /** The table in the hands of a function. What each call takes in AWS is proved by `rights-of-calls.test.ts`. */
  table(doer: Doer, table: Table): Table {
    return {
      name: table.name,
      read: (keys) => {
        this.note(doer, ofRead);
        return table.read(keys);
      },
      write: (writes) => {
        this.note(
          doer,
          writes.map((write) => ("check" in write ? ofCheck : ofPut)),
        );
        return table.write(writes);
      },
      query: (query) => {
        this.note(doer, ofQuery(query));
        return table.query(query);
      },
      scan: (from) => {
        this.note(doer, ["dynamodb:Scan table"]);
        return table.scan(from);
      },
    };
  }

  /** The files in the hands of a function. Who follows a signed URL acts with the rights of the function that signed it. */
  files(doer: Doer, files: Files): Files {
    const found = <F>(file: F | undefined): F | undefined => {
      this.note(doer, ofFile(file !== undefined));
      return file;
    };
    return {
      put: (key, content, type) => {
        this.note(doer, ofSending);
        return files.put(key, content, type);
      },
      get: async (key) => found(await files.get(key)),
      facts: async (key) => found(await files.facts(key)),
      uploadUrl: (key, facts) => {
        this.note(doer, ofSending);
        return files.uploadUrl(key, facts);
      },
      downloadUrl: (key, name) => {
        this.note(doer, ofFile(true));
        return files.downloadUrl(key, name);
      },
      remove: (key) => {
        this.note(doer, ofRemoving);
        return files.remove(key);
      },
    };
  }
}

export const ofRead: readonly Right[] = ["dynamodb:BatchGetItem table"];
export const ofPut: Right = "dynamodb:PutItem table";
export const ofCheck: Right = "dynamodb:ConditionCheckItem table";
export const ofSending: readonly Right[] = ["s3:PutObject objects"];
export const ofRemoving: readonly Right[] = ["s3:DeleteObject objects"];

/** An empty range is answered without a request. */
export const ofQuery = ({ index, from, to }: Query): readonly Right[] =>
  from !== undefined && to !== undefined && from > to
    ? []
    : [`dynamodb:Query ${index === undefined ? "table" : `index/${index}`}`];

/** S3 says that a file is not there only to those who may list. */
export const ofFile = (isThere: boolean): readonly Right[] =>
  isThere ? ["s3:GetObject objects"] : ["s3:GetObject objects", "s3:ListBucket bucket"];
