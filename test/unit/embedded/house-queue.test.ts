import { describe, expect, it } from "vitest";
import { HouseQueue } from "../../../infra/embedded/house-queue.ts";

const message = (group: string, deduplicationId: string) => ({
  ...{ group, deduplicationId },
  ...{ type: "tally.tally.added", body: `{"id":"${deduplicationId}"}` },
});
const aQueue = () => new HouseQueue({ queue: "permits.fifo", attempts: 2 });
const bodies = (taken: readonly { readonly deduplicationId: string }[]) =>
  taken.map(({ deduplicationId }) => deduplicationId);

describe("the queue of a service of the house", () => {
  it("hands out the messages of a group in order, the next when the one before is removed", async () => {
    const queue = aQueue();
    await queue.send([message("a", "a1"), message("a", "a2"), message("b", "b1")]);
    const taken = queue.take();
    expect(bodies(taken)).toEqual(["a1", "b1"]);
    expect(queue.take()).toEqual([]);
    queue.remove(taken);
    expect(bodies(queue.take())).toEqual(["a2"]);
  });

  it("hands out ten at most, and the others next", async () => {
    const queue = aQueue();
    await queue.send(Array.from({ length: 11 }, (_, at) => message(`g${at}`, `m${at}`)));
    expect(queue.take()).toHaveLength(10);
    expect(bodies(queue.take())).toEqual(["m10"]);
  });

  it("takes no message in twice while it holds it, waiting, in flight or dead", async () => {
    const queue = aQueue();
    await queue.send([message("a", "a1"), message("a", "a1")]);
    const [first] = queue.take();
    await queue.send([message("a", "a1")]);
    expect(await queue.state()).toMatchObject({ waiting: 0, inFlight: 1 });
    if (first === undefined) throw new Error("nothing was taken");
    queue.putBack(first);
    const [again] = queue.take();
    if (again === undefined) throw new Error("nothing was taken again");
    queue.putBack(again);
    await queue.send([message("a", "a1")]);
    expect(await queue.state()).toMatchObject({ waiting: 0, inFlight: 0, dead: 1 });
  });

  it("shows a message that failed before those of its group, and gives it up after its attempts", async () => {
    const queue = aQueue();
    await queue.send([message("a", "a1"), message("a", "a2")]);
    for (const attempt of [1, 2]) {
      const [taken] = queue.take();
      expect(taken).toMatchObject({ deduplicationId: "a1", attempt });
      if (taken !== undefined) queue.putBack(taken);
    }
    expect([...(await queue.dead())]).toEqual(["a1"]);
    expect([...(await queue.live())]).toEqual(["a2"]);
    expect(bodies(queue.take())).toEqual(["a2"]);
  });
});
