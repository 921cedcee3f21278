import type { SQLOutputValue } from "node:sqlite";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord, StreamRecord } from "aws-lambda";
import { eventPrefix, isStoredEvent, type StoredEvent } from "../../../shared/store/index.ts";
import { packed } from "../../../shared/store/packing.ts";
import type { Outbox, Place, Streamed } from "../outbox.ts";
import { quoted } from "./definition.ts";
import { itemOf, rowNumber, rowText } from "./row.ts";
import type { TownFile } from "./town-file.ts";

/** The shard of every place in the town's file. */
const shard = "town";

/** A service's events in the order of their commits, read from its table. Only what is on the disk is handed on. */
export class SqliteOutbox implements Outbox {
  readonly #file: TownFile;
  readonly #read: (after: number, limit: number) => readonly Streamed[];
  #after: number;

  constructor(file: TownFile, table: string, place: Place | undefined) {
    this.#file = file;
    this.#after = Number(place?.sequence ?? 0);
    const statement = file.database.prepare(
      `SELECT seq, pk, sk, type, item FROM ${quoted(table)}
       WHERE seq > ? AND sk BETWEEN '${eventPrefix}' AND '${eventPrefix}~' ORDER BY seq LIMIT ?`,
    );
    this.#read = (after, limit) => statement.all(after, limit).map((row) => streamed(row, table));
  }

  async next(limit: number): Promise<readonly Streamed[]> {
    const records = this.#read(this.#after, limit);
    await this.#file.settled();
    this.#after = Number(records.at(-1)?.place.sequence ?? this.#after);
    return records;
  }

  async from({ sequence }: Place, limit: number): Promise<readonly Streamed[]> {
    const records = this.#read(Number(sequence) - 1, limit);
    await this.#file.settled();
    return records;
  }
}

function streamed(row: Record<string, SQLOutputValue>, table: string): Streamed {
  const sequence = String(rowNumber(row, "seq"));
  let event: StoredEvent | undefined;
  const read = () => {
    const item = itemOf(rowText(row, "pk"), rowText(row, "sk"), row);
    event ??= isStoredEvent(item) ? item : undefined;
    return event;
  };
  return {
    place: { shard, sequence },
    type: typeof row.type === "string" ? row.type : "",
    event: read,
    record: () => recordOf(read(), sequence, table),
  };
}

/** The event as Lambda would get it from a table's stream. */
function recordOf(event: StoredEvent | undefined, sequence: string, table: string): DynamoDBRecord {
  const image = event === undefined ? {} : { NewImage: imageOf(event) };
  return {
    eventID: sequence,
    eventName: "INSERT",
    eventSource: "aws:dynamodb",
    eventSourceARN: table,
    dynamodb: { SequenceNumber: sequence, StreamViewType: "NEW_IMAGE", ...image },
  };
}

/** The two type packages name the same shape differently. */
function imageOf(event: StoredEvent): NonNullable<StreamRecord["NewImage"]> {
  const same = (_value: object): _value is NonNullable<StreamRecord["NewImage"]> => true;
  const image = marshall(packed(event), { removeUndefinedValues: true });
  if (same(image)) return image;
  throw new TypeError("unreachable");
}
