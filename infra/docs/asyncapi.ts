import type * as z from "zod";
import { createSchema } from "zod-openapi";
import { cloudEvent, wants } from "../../shared/messaging/index.ts";
import { queueName, type Service, subscriberQueueName } from "../../shared/service/index.ts";
import type { TitleTexts } from "../../shared/text/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { exampleReader } from "./event-examples.ts";
import { documentOptions } from "./schemas.ts";
import { Titling, wordsOf } from "./titles.ts";
import { both } from "./words.ts";

interface Reference {
  readonly $ref: string;
}
interface Channel {
  readonly address: string | null;
  readonly title: string;
  readonly description: string;
  readonly messages: Readonly<Record<string, Reference>>;
  readonly bindings?: object;
}
interface Operation {
  readonly action: "send" | "receive";
  readonly channel: Reference;
  readonly title: string;
  readonly messages: readonly Reference[];
}
type Message = Readonly<Record<"name" | "title" | "summary" | "contentType", string>> & {
  readonly payload: object;
  readonly examples?: readonly { readonly payload: object }[];
};

export interface AsyncApi {
  readonly asyncapi: "3.0.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: Readonly<Record<string, object>>;
  readonly defaultContentType: "application/cloudevents+json";
  readonly channels: Readonly<Record<string, Channel>>;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: {
    readonly messages: Readonly<Record<string, Message>>;
    readonly schemas: Readonly<Record<string, object>>;
  };
}

/** A queue of the town and the event types it receives. */
export interface Receiver {
  readonly name: string;
  readonly queue: string;
  readonly title: string;
  readonly inside: boolean;
  readonly types: readonly string[];
}

/** AsyncAPI 3.0 of all events these services publish, and of the queues in which services and departments find them. */
export function asyncapi(services: readonly Service[], town: TownProfile): AsyncApi {
  const schemas: Record<string, object> = { CloudEvent: schemaOf(cloudEvent.omit({ parkedbefore: true }), {}) };
  const messages: Record<string, Message> = {};
  for (const { publishes } of services)
    for (const [type, data] of Object.entries(publishes)) messages[type] = messageOf(type, schemaOf(data, schemas));
  for (const { subscriptions } of services)
    for (const { type, needs } of subscriptions) messages[type] ??= messageOf(type, schemaOf(needs, schemas));

  const exampleOf = exampleReader(town.code);
  for (const { name, publishes } of services)
    for (const type of Object.keys(publishes)) {
      const [message, payload] = [messages[type], exampleOf(type, name)];
      if (message !== undefined && payload !== undefined) messages[type] = { ...message, examples: [{ payload }] };
    }
  const titled = messagesTitled(messages, schemas, services);

  const sources = services.map(sourceOf).filter(({ types }) => types.length > 0);
  const receivers = receiversOf(services, town);
  const ends = [
    ...sources.map((source) => ({ ...source, action: "send" as const, address: null })),
    ...receivers.map((one) => ({
      ...one,
      action: one.inside ? ("receive" as const) : ("send" as const),
      address: one.queue,
    })),
  ];
  return {
    asyncapi: "3.0.0",
    info: {
      title: `强镇事件 · ${town.name.zh} / Qiangzhen events · ${town.name.en}`,
      version: "1",
      description:
        "CloudEvents 1.0，经 SQS FIFO 队列至少一次、按对象有序送达，不含个人信息。 / CloudEvents 1.0 over SQS FIFO queues: at least once, in order per subject, without personal data.\n\n" +
        "死信与重放、删除、可见时间、区域：docs/departments.md。 / Dead letters, replay, deletion, visibility and region: docs/departments.md.",
    },
    servers: {
      machine: {
        host: "127.0.0.1:{port}",
        protocol: "sqs",
        title: "一台机器 / One machine",
        description: "npm start 所示队列端口 / The queue port that npm start prints",
        variables: { port: { description: "QUEUES_PORT" } },
      },
      cloud: {
        host: `sqs.${town.deployment.region}.amazonaws.com${town.deployment.region.startsWith("cn-") ? ".cn" : ""}`,
        protocol: "sqs",
        title: `云上 / Cloud: ${town.deployment.region}`,
        description: "SQS FIFO，经 SNS FIFO 主题分发 / SQS FIFO queues behind SNS FIFO topics",
      },
    },
    defaultContentType: "application/cloudevents+json",
    channels: Object.fromEntries(ends.map((end) => [end.name, channelOf(end)])),
    operations: Object.fromEntries(ends.map((end) => [`${end.action}.${end.name}`, operationOf(end)])),
    components: { messages: titled, schemas },
  };
}

/** Messages by what their events and fields are called, each by the words of the service that publishes it. */
function messagesTitled(
  messages: Readonly<Record<string, Message>>,
  schemas: Readonly<Record<string, object>>,
  services: readonly Service[],
): Record<string, Message> {
  const titling = new Titling({ components: { schemas } });
  return Object.fromEntries(
    Object.entries(messages).map(([type, message]) => {
      const publisher = services.find(({ publishes }) => type in publishes);
      const reader = services.find(({ subscriptions }) => subscriptions.some((one) => one.type === type));
      const service = publisher ?? reader;
      const texts: TitleTexts = service === undefined ? {} : wordsOf(service);
      titling.schema(message.payload, texts);
      const title = texts[`word.${type}`];
      return [type, title === undefined ? message : { ...message, title: title.en, summary: both(title) }];
    }),
  );
}

const sourceOf = ({ name, title, publishes }: Service) => ({
  name: `${name}.events`,
  title: both(title),
  types: Object.keys(publishes),
});

/** The queues of services that react to something, and of other departments that subscribed. */
export function receiversOf(services: readonly Service[], town: TownProfile): readonly Receiver[] {
  const published = services.flatMap(({ publishes }) => Object.keys(publishes));
  const inside = services.map(({ name, title, subscriptions }) => ({
    name: `${name}.reactions`,
    queue: queueName(town.slug, name),
    title: both(title),
    inside: true,
    types: [...new Set(subscriptions.map(({ type }) => type))],
  }));
  const outside = town.subscribers.map(({ id, department, types }) => ({
    name: `subscriber.${id}`,
    queue: subscriberQueueName(town.slug, id),
    title: both(town.departments.find((one) => one.id === department)?.name ?? { zh: department, en: department }),
    inside: false,
    types: published.filter((type) => types.some((wanted) => wants(wanted, type))),
  }));
  return [...inside, ...outside].filter(({ types }) => types.length > 0);
}

type End = Pick<Receiver, "name" | "title" | "types"> & {
  readonly action: "send" | "receive";
  readonly address: string | null;
};

const channelOf = ({ title, types, address }: End): Channel => ({
  address,
  title,
  description: address === null ? "服务所发布 / What the service publishes" : "SQS FIFO 队列 / An SQS FIFO queue",
  messages: Object.fromEntries(types.map((type) => [type, { $ref: `#/components/messages/${type}` }])),
  ...(address === null
    ? {}
    : { bindings: { sqs: { queue: { name: address, fifoQueue: true }, bindingVersion: "0.2.0" } } }),
});

const operationOf = ({ name, title, types, action }: End): Operation => ({
  action,
  channel: { $ref: `#/channels/${name}` },
  title,
  messages: types.map((type) => ({ $ref: `#/channels/${name}/messages/${type}` })),
});

const messageOf = (type: string, data: object): Message => ({
  name: type,
  title: type,
  summary: type,
  contentType: "application/cloudevents+json",
  payload: {
    allOf: [
      { $ref: "#/components/schemas/CloudEvent" },
      { type: "object", properties: { type: { const: type }, data }, required: ["type", "data"] },
    ],
  },
});

/** The JSON Schema of what is published; shared parts go to `shelf`. What subscribers need not know may be added later. */
function schemaOf(schema: z.ZodType, shelf: Record<string, object>): object {
  const { schema: found, components } = createSchema(schema, { io: "input", opts: documentOptions });
  Object.assign(shelf, components);
  return typeof found === "object" ? found : {};
}
