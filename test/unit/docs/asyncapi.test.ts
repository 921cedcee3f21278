import { describe, expect, it } from "vitest";
import * as z from "zod";
import { asyncapi } from "../../../infra/docs/index.ts";
import { services } from "../../../infra/services.ts";
import { toCloudEvent, wants } from "../../../shared/messaging/index.ts";
import { asNode, asSent, lostReferences, schemaFaults } from "../../support/documents.ts";
import { tally, tallyService } from "../../support/tally.ts";
import { aContext, aRuntime, profile } from "../../support/tally-town.ts";

describe.each([
  ["the tallies of the tests", [tallyService]],
  ["the town", services],
])("the AsyncAPI document of %s", (_name, all) => {
  const document = asyncapi(all, profile);

  it("has the form of AsyncAPI 3.0, with sound schemas and no reference that leads nowhere", () => {
    const sent = asSent(document);
    expect(lostReferences(sent)).toEqual([]);
    expect(schemaFaults(sent)).toEqual([]);
    for (const name of [
      ...Object.keys(document.channels),
      ...Object.keys(document.operations),
      ...Object.keys(document.components.messages),
    ])
      expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
    for (const { channel, messages } of Object.values(document.operations))
      for (const message of messages) expect(message.$ref).toContain(`${channel.$ref}/messages/`);
  });

  it("holds every published event, sent by its service and received in the queue of everyone that wants it", () => {
    const typesOf = (channel: string) => Object.keys(document.channels[channel]?.messages ?? {}).toSorted();
    for (const { name, publishes, subscriptions } of all) {
      expect(typesOf(`${name}.events`)).toEqual(Object.keys(publishes).toSorted());
      expect(typesOf(`${name}.reactions`)).toEqual([...new Set(subscriptions.map(({ type }) => type))].toSorted());
    }
    const published = all.flatMap(({ publishes }) => Object.keys(publishes));
    for (const { id, types } of profile.subscribers)
      expect(typesOf(`subscriber.${id}`)).toEqual(
        published.filter((type) => types.some((wanted) => wants(wanted, type))).toSorted(),
      );
  });
});

describe("the AsyncAPI document", () => {
  const document = asyncapi([tallyService], profile);

  it("names the queues of the town, and who sends and who receives", () => {
    expect(document.channels["tally.reactions"]?.address).toBe("guangtong-tally-reactions.fifo");
    expect(document.operations["receive.tally.reactions"]).toMatchObject({
      action: "receive",
      channel: { $ref: "#/channels/tally.reactions" },
    });
    expect(document.operations["send.tally.events"]).toMatchObject({ action: "send" });
    const town = asyncapi(services, profile);
    for (const { id } of profile.subscribers) expect(town.operations[`send.subscriber.${id}`]?.action).toBe("send");
  });

  it("describes an event as it is really sent", async () => {
    const { store } = aRuntime();
    await store.execute({
      decider: tally,
      id: "a",
      command: { type: "create", book: "rice", holder: "李四" },
      commandId: "k",
      bodyDigest: "",
      expects: "new",
      context: aContext(),
    });
    const [event] = await store.history(tally, "a");
    if (event === undefined) throw new Error("one event");
    const sent = toCloudEvent(event, "tally", profile.code);
    const envelope = z.fromJSONSchema(asNode(document.components.schemas.CloudEvent));
    expect(envelope.safeParse(sent).error?.issues).toBeUndefined();
    const message = document.components.messages["tally.tally.opened"];
    expect(message?.payload).toMatchObject({
      allOf: [
        { $ref: "#/components/schemas/CloudEvent" },
        {
          properties: {
            type: { const: "tally.tally.opened" },
            data: { properties: { book: { type: "string" } }, required: ["book"] },
          },
        },
      ],
    });
  });
});
