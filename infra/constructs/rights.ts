import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import * as z from "zod";
import type { Service } from "../../shared/service/index.ts";
import { dueIndex } from "../../shared/store/written.ts";
import type { FileBucket } from "./bucket.ts";
import written from "./rights.json" with { type: "json" };

/** A right and what it is used on: `table`, `index/byOwner`, `objects`, `bucket`. */
export type Right = string;
/** The kinds of functions that work on a table. */
export const workingKinds = ["api", "reactions", "clockwork", "opening"] as const;
export type WorkingKind = (typeof workingKinds)[number];

const file = z.record(z.string(), z.partialRecord(z.enum(workingKinds), z.array(z.string())));

/** Which rights each function was seen to use while a town lived, by service and kind; `npm run rights` writes them down. */
export const seen = file.parse(written);

const reading = ["dynamodb:BatchGetItem table", "dynamodb:PutItem table"];
/** What the store does for any command: the read of what it needs, one transaction with its conditions, the history of a record. */
const store = [...reading, "dynamodb:ConditionCheckItem table", "dynamodb:Query table"];
const asking = (index: string): Right => `dynamodb:Query index/${index}`;

/**
 * The rights of a function. Its kind tells what the store may be asked for. Which indexes reactions and clockwork ask, and
 * which rights to files each function needs, is what was seen. A service that nobody has watched yet has all that its kind
 * can use.
 */
export function rightsOf(service: Service, kind: WorkingKind): readonly Right[] {
  if (kind === "opening") return reading;
  const used = seen[service.name]?.[kind] ?? all(service);
  const indexes = kind === "api" ? [...service.indexes.map(({ name }) => name), dueIndex].map(asking) : [];
  const ofFiles = used.includes("s3:GetObject objects") ? ["s3:ListBucket bucket"] : [];
  const erasing = kind === "clockwork" && service.files === true ? ["s3:DeleteObject objects"] : [];
  const beyond = Object.keys(foreseen[`${service.name} ${kind}`] ?? {});
  return [...new Set([...store, ...indexes, ...used, ...beyond, ...ofFiles, ...erasing])];
}

/** What a function will do that a lived week need not show: service and kind → right → why. */
export const foreseen: Readonly<Record<string, Readonly<Record<Right, string>>>> = {
  "finance clockwork": {
    "dynamodb:Query index/byStatus": "the closing of a year lists the accounts that are not zero yet (F-6)",
  },
};

/** Why a function has a right that it was not seen to use; each is used by another function of its kind, or follows from one. */
export const unseenRights: Readonly<Record<Right, string>> = {
  "dynamodb:ConditionCheckItem table": "any command may depend on a record that it does not change",
  "dynamodb:Query table":
    "any record may be folded again from its history, when its shape has changed or its time is over",
  "dynamodb:BatchGetItem table": "a command reads what it changes",
  "dynamodb:PutItem table": "a command writes what it decides",
  "s3:ListBucket bucket": "S3 says that a file is not there only to those who may list; to others it is forbidden",
  "s3:DeleteObject objects": "the clockwork erases files whose time is over (P-8)",
};

function all({ indexes, files }: Service): readonly Right[] {
  const objects = ["s3:GetObject objects", "s3:PutObject objects", "s3:DeleteObject objects"];
  return [...[...indexes.map(({ name }) => name), dueIndex].map(asking), ...(files === true ? objects : [])];
}

/** Whether a function touches files at all: only then it is told of the bucket. */
export const touchesFiles = (rights: readonly Right[]): boolean => rights.some((right) => right.startsWith("s3:"));

/** The rights as statements about this table and this bucket, and about nothing else. */
export function statementsOf(
  rights: readonly Right[],
  table: Table,
  bucket: FileBucket | undefined,
): PolicyStatement[] {
  const byThing = new Map<string, string[]>();
  for (const right of rights) {
    const [action = "", thing = ""] = right.split(" ");
    byThing.set(thing, [...(byThing.get(thing) ?? []), action]);
  }
  return [...byThing].map(
    ([thing, actions]) => new PolicyStatement({ actions, resources: [arnOf(thing, table, bucket)] }),
  );
}

function arnOf(thing: string, table: Table, files: FileBucket | undefined): string {
  if (thing === "table") return table.tableArn;
  if (thing.startsWith("index/")) return `${table.tableArn}/${thing}`;
  if (files === undefined) throw new Error(`a service without files has a right to ${thing}`);
  return thing === "bucket" ? files.bucket.bucketArn : files.bucket.arnForObjects("*");
}
