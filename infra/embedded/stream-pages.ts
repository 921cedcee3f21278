import { type _Record, type DynamoDBStreamsClient, GetRecordsCommand } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord, StreamRecord } from "aws-lambda";
import { storedEventOf } from "../../shared/messaging/index.ts";
import type { Streamed } from "./outbox.ts";

interface StreamPage {
  readonly records: readonly Streamed[];
  readonly next: string | undefined;
}

/** So many pages are kept for followers a little behind. */
const keptPages = 30;

/** The pages of one table's stream, read once for all who follow it: an engine on one machine names a place by one iterator. */
export class StreamPages {
  readonly #client: DynamoDBStreamsClient;
  readonly arn: string;
  readonly #pages = new Map<string, Promise<StreamPage>>();

  constructor(client: DynamoDBStreamsClient, arn: string) {
    this.#client = client;
    this.arn = arn;
  }

  /** What comes after an iterator. That there is nothing is believed only of a reading begun after the question. */
  async after(iterator: string, limit: number, shard: string): Promise<StreamPage> {
    const key = `${iterator}/${limit}`;
    const underWay = this.#pages.get(key);
    const shared = await underWay?.catch(() => undefined);
    if (shared !== undefined && shared.records.length > 0) return shared;
    const newer = this.#pages.get(key);
    const reading = newer === undefined || newer === underWay ? this.#read(iterator, limit, shard) : newer;
    this.#pages.set(key, reading);
    try {
      const page = await reading;
      if (page.records.length === 0) this.#forget(key, reading);
      else if (this.#pages.size > keptPages) this.#pages.delete(this.#pages.keys().next().value ?? "");
      return page;
    } catch (error) {
      this.#forget(key, reading);
      throw error;
    }
  }

  #forget(key: string, reading: Promise<StreamPage>): void {
    if (this.#pages.get(key) === reading) this.#pages.delete(key);
  }

  async #read(iterator: string, limit: number, shard: string): Promise<StreamPage> {
    const answer = await this.#client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }));
    const records = (answer.Records ?? []).map((record): Streamed => {
      const sequence = record.dynamodb?.SequenceNumber ?? "";
      const seen = asLambdaSees(record, this.arn);
      const type = seen.dynamodb?.NewImage?.type?.S ?? "";
      return { place: { shard, sequence }, type, event: () => storedEventOf(seen) };
    });
    return { records, next: answer.NextShardIterator };
  }
}

function asLambdaSees({ eventID, eventName, eventVersion, awsRegion, dynamodb }: _Record, arn: string): DynamoDBRecord {
  return {
    eventID,
    eventName,
    eventVersion,
    eventSource: "aws:dynamodb",
    eventSourceARN: arn,
    awsRegion,
    dynamodb: {
      SequenceNumber: dynamodb?.SequenceNumber,
      StreamViewType: dynamodb?.StreamViewType,
      Keys: image(dynamodb?.Keys),
      NewImage: image(dynamodb?.NewImage),
    },
  };
}

/** The two type packages name the same shape differently. */
function image(value: object | undefined): StreamRecord["NewImage"] {
  const same = (_value: object): _value is NonNullable<StreamRecord["NewImage"]> => true;
  return value !== undefined && same(value) ? value : undefined;
}
