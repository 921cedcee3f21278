import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetShardIteratorCommand,
  type ShardIteratorType,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import type { Outbox, Place, Streamed } from "./outbox.ts";
import type { StreamPages } from "./stream-pages.ts";

/**
 * Reads one table's stream in order, shard after shard: an engine on one machine has one open shard at a time.
 * Where the place to go on from is no longer kept, reading begins with the oldest record there is.
 */
export class Stream implements Outbox {
  readonly #client: DynamoDBStreamsClient;
  readonly #pages: StreamPages;
  readonly #lost: () => void;
  #place: Place | undefined;
  #iterator: string | undefined;
  #shard: string | undefined;

  /** @param lost called when records were gone before they were read */
  constructor(client: DynamoDBStreamsClient, pages: StreamPages, place: Place | undefined, lost: () => void) {
    this.#client = client;
    this.#pages = pages;
    this.#place = place;
    this.#lost = lost;
  }

  /** The next records, at most so many; none: there are none yet. */
  async next(limit: number): Promise<readonly Streamed[]> {
    for (;;) {
      const iterator = this.#iterator ?? (await this.#enter());
      if (iterator === undefined) return [];
      const page = await this.#page(iterator, limit);
      if (page === undefined) continue;
      const last = page.records.at(-1);
      if (last !== undefined) this.#place = last.place;
      this.#iterator = page.next;
      if (page.next !== undefined || last !== undefined) return page.records;
    }
  }

  /** Records from this one on, at most so many; it may have been trimmed, then none or later ones. */
  async from({ shard, sequence }: Place, limit: number): Promise<readonly Streamed[]> {
    const iterator = await this.#iteratorAt("AT_SEQUENCE_NUMBER", shard, sequence);
    if (iterator === undefined) return [];
    return (await this.#pages.after(iterator, limit, shard)).records;
  }

  /** An iterator at our place, or at the beginning of the shard that comes after it. */
  async #enter(): Promise<string | undefined> {
    const shards = await this.#shards();
    const known = shards.indexOf(this.#shard ?? this.#place?.shard ?? "");
    const finished = this.#shard !== undefined;
    if (known < 0) {
      if (this.#place !== undefined) this.#lost();
      return this.#begin(shards[0]);
    }
    if (finished) return this.#begin(shards[known + 1]);
    const { shard = "", sequence = "" } = this.#place ?? {};
    const iterator = await this.#iteratorAt("AFTER_SEQUENCE_NUMBER", shard, sequence);
    if (iterator === undefined) return this.#begin(shard);
    this.#shard = shard;
    return iterator;
  }

  async #begin(shard: string | undefined): Promise<string | undefined> {
    if (shard === undefined) return undefined;
    this.#shard = shard;
    return this.#iteratorAt("TRIM_HORIZON", shard);
  }

  async #page(iterator: string, limit: number) {
    try {
      return await this.#pages.after(iterator, limit, this.#shard ?? "");
    } catch (error) {
      if (!(error instanceof ExpiredIteratorException || error instanceof TrimmedDataAccessException)) throw error;
      if (error instanceof TrimmedDataAccessException) {
        this.#lost();
        this.#place = undefined;
      }
      this.#iterator = undefined;
      this.#shard = undefined;
      return undefined;
    }
  }

  async #shards(): Promise<readonly string[]> {
    const answer = await this.#client.send(new DescribeStreamCommand({ StreamArn: this.#pages.arn }));
    return (answer.StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []);
  }

  async #iteratorAt(type: ShardIteratorType, shard: string, sequence?: string): Promise<string | undefined> {
    const at = sequence === undefined ? {} : { SequenceNumber: sequence };
    try {
      const answer = await this.#client.send(
        new GetShardIteratorCommand({ StreamArn: this.#pages.arn, ShardId: shard, ShardIteratorType: type, ...at }),
      );
      return answer.ShardIterator;
    } catch (error) {
      if (!(error instanceof TrimmedDataAccessException)) throw error;
      this.#lost();
      return undefined;
    }
  }
}
