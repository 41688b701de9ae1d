import { describe, expect, it } from "vitest";
import { MAX_EVALUATIONS, parseBatch, parseEvaluation, parseResourceSearch } from "./parse";

const subject = { type: "user", id: "u1" };
const action = { name: "view" };
const resource = { type: "partner", id: "p1" };
const whole = { subject, action, resource };

describe("a single question", () => {
  it("is read with its properties and context, and unknown fields are ignored", () => {
    const read = parseEvaluation({
      ...whole,
      subject: { ...subject, properties: { a: 1 }, nickname: "x" },
      context: { confirmed: true },
      surprise: 1,
    });
    expect(read).toEqual({
      ...whole,
      subject: { ...subject, properties: { a: 1 } },
      context: { confirmed: true },
    });
  });

  it.each([
    ["no subject", { action, resource }, "subject is missing."],
    ["a subject without id", { ...whole, subject: { type: "user" } }, "subject.id is missing."],
    ["a subject without type", { ...whole, subject: { id: "u1" } }, "subject.type is missing."],
    ["a number as id", { ...whole, resource: { type: "partner", id: 7 } }, "resource.id must be a text."],
    ["null as id", { ...whole, resource: { type: "partner", id: null } }, "resource.id must be a text."],
    ["no action", { subject, resource }, "action is missing."],
    ["an action without name", { ...whole, action: {} }, "action.name is missing."],
    ["a text as subject", { ...whole, subject: "u1" }, "subject must be an object."],
    [
      "a list as properties",
      { ...whole, action: { name: "view", properties: [] } },
      "action.properties must be an object.",
    ],
    ["a text as context", { ...whole, context: "now" }, "context must be an object."],
    ["two faults at once", { ...whole, subject: {} }, "subject.type is missing; subject.id is missing."],
  ])("with %s is refused, and the sentence names the field", (_name, body, sentence) => {
    expect(() => parseEvaluation(body)).toThrow(expect.objectContaining({ status: 400, message: sentence }));
  });
});

describe("a batch", () => {
  it.each([
    ["absent", whole],
    ["empty", { ...whole, evaluations: [] }],
  ])("whose evaluations are %s is no batch", (_name, body) => {
    expect(parseBatch(body)).toBeNull();
  });

  it("takes its defaults where an item says nothing, and replaces them as a whole where it does", () => {
    const batch = parseBatch({
      subject: { ...subject, properties: { a: 1 } },
      action: { name: "view", properties: { b: 2 } },
      context: { confirmed: true },
      evaluations: [
        { resource },
        { resource, action: { name: "update" }, context: {} },
        { resource, subject: { type: "user", id: "u2" } },
      ],
    });
    expect(batch?.items).toEqual([
      {
        subject: { ...subject, properties: { a: 1 } },
        action: { name: "view", properties: { b: 2 } },
        resource,
        context: { confirmed: true },
      },
      { subject: { ...subject, properties: { a: 1 } }, action: { name: "update" }, resource, context: {} },
      {
        subject: { type: "user", id: "u2" },
        action: { name: "view", properties: { b: 2 } },
        resource,
        context: { confirmed: true },
      },
    ]);
  });

  it("fills only type and id of a partial entity from the default", () => {
    const batch = parseBatch({
      ...whole,
      resource: { type: "partner", properties: { a: 1 } },
      evaluations: [{ resource: { id: "p2" } }, { resource: { id: "p3", properties: { b: 2 } } }],
    });
    expect(batch?.items.map((item) => ("resource" in item ? item.resource : item))).toEqual([
      { type: "partner", id: "p2" },
      { type: "partner", id: "p3", properties: { b: 2 } },
    ]);
  });

  it("keeps an incomplete item in its place, with the sentence that says what is wrong", () => {
    const batch = parseBatch({ subject, action, evaluations: [{ resource }, {}, { resource: { type: 5, id: "p" } }] });
    expect(batch?.items).toEqual([
      { ...whole, context: undefined },
      { problem: "resource is missing." },
      { problem: "resource.type must be a text." },
    ]);
  });

  it("stops nowhere unless it says so", () => {
    expect(parseBatch({ ...whole, evaluations: [{}] })?.semantic).toBe("execute_all");
    expect(parseBatch({ ...whole, evaluations: [{}], options: {} })?.semantic).toBe("execute_all");
    const options = { evaluations_semantic: "deny_on_first_deny" };
    expect(parseBatch({ ...whole, evaluations: [{}], options })?.semantic).toBe("deny_on_first_deny");
  });

  it.each([
    ["an unknown semantic", { evaluations: [{}], options: { evaluations_semantic: "guess" } }],
    ["a semantic that is no text", { evaluations: [{}], options: { evaluations_semantic: 1 } }],
    ["options that are no object", { evaluations: [{}], options: "execute_all" }],
    ["evaluations that are no list", { evaluations: {} }],
    ["null for evaluations", { evaluations: null }],
    ["an item that is no object", { evaluations: ["p1"] }],
    ["an ill-typed default", { subject: { type: 1 }, evaluations: [{}] }],
    [`more than ${MAX_EVALUATIONS} items`, { evaluations: Array.from({ length: MAX_EVALUATIONS + 1 }, () => ({})) }],
  ])("with %s is refused", (_name, fields) => {
    expect(() => parseBatch({ ...whole, ...fields })).toThrow(expect.objectContaining({ status: 400 }));
  });

  it(`of ${MAX_EVALUATIONS} items is accepted`, () => {
    const evaluations = Array.from({ length: MAX_EVALUATIONS }, () => ({}));
    expect(parseBatch({ ...whole, evaluations })?.items).toHaveLength(MAX_EVALUATIONS);
  });
});

describe("a search", () => {
  it("ignores an id of what it searches for, whatever it is", () => {
    const read = parseResourceSearch({ subject, action, resource: { type: "partner", id: 5 }, page: { limit: 0 } });
    expect(read).toEqual({ subject, action, resource: { type: "partner" }, page: { limit: 0 } });
  });

  it.each([
    ["no resource type", { subject, action, resource: {} }],
    ["an incomplete subject", { subject: { type: "user" }, action, resource }],
    ["no action", { subject, resource }],
    ["a negative limit", { ...whole, page: { limit: -1 } }],
    ["half a record", { ...whole, page: { limit: 1.5 } }],
    ["a limit that is a text", { ...whole, page: { limit: "10" } }],
    ["a token that is no text", { ...whole, page: { token: 5 } }],
    ["a page that is no object", { ...whole, page: [] }],
  ])("with %s is refused", (_name, body) => {
    expect(() => parseResourceSearch(body)).toThrow(expect.objectContaining({ status: 400 }));
  });
});
