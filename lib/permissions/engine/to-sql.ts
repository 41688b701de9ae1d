import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, PgDialect } from "drizzle-orm/pg-core";
import { numberList } from "@/db/number-list";
import { neighbourhoods } from "@/db/schema/places";
import type { Condition, Values } from "./conditions";
import { evaluate } from "./evaluate";
import { all, any, known, type Value } from "./fold";

/** A list's condition: every row, no row, or those that meet the SQL. Never undefined, because "no condition" would read as "every row". */
export type ListCondition =
  | { readonly rows: "all" }
  | { readonly rows: "none" }
  | { readonly rows: "where"; readonly where: SQL };

/** The list form of a folded condition. */
export function toListCondition(condition: Condition): ListCondition {
  if (condition.kind === "always") {
    return { rows: "all" };
  }
  return condition.kind === "never" ? { rows: "none" } : { rows: "where", where: toSql(condition) };
}

const dialect = new PgDialect();

/** The SQL text of a folded condition with its parameters, as the database gets it: for golden files, plans and measurements. */
export function toSqlText(condition: Condition): { readonly text: string; readonly parameters: readonly unknown[] } {
  const { sql: text, params: parameters } = dialect.sqlToQuery(toSql(condition));
  return { text, parameters };
}

/** The SQL form of every leaf; the twin of `evaluate`. Columns are never null, so that nothing is ever unknown. */
export function toSql(condition: Condition): SQL {
  switch (condition.kind) {
    case "always":
      return sql`true`;
    case "never":
      return sql`false`;
    case "and":
      return join(condition.parts, sql` and `, sql`true`);
    case "or":
      return join(condition.parts, sql` or `, sql`false`);
    case "not":
      return sql`not (${toSql(condition.part)})`;
    case "isIn":
      return isIn(column(condition.attribute), known(condition.values));
    case "within":
      return sql`${places(condition.attribute).scope} && ${numbers(condition.values)}`;
    case "everyWithin":
      return everyWithin(condition);
    case "shares":
      return sql`${column(condition.attribute)} && ${numbers(condition.values)}`;
    case "everyShared": {
      const set = column(condition.attribute);
      const inside = sql`${set} <@ ${numbers(condition.values)}`;
      return condition.ifEmpty === "allow" ? inside : sql`(${set} <> '{}' and ${inside})`;
    }
    case "via":
      return condition.relation.exists(inner(condition.condition));
    case "everyVia":
      return sql`(${condition.relation.exists(null)} and not ${condition.relation.exists(sql`not (${toSql(condition.condition)})`)})`;
    default:
      throw new Error(`A condition of kind ${condition.kind} was interpreted before it was specialised.`);
  }
}

/**
 * The condition with every leaf over the proposed change decided: a change is known when a list is asked for, so what is
 * left speaks of the record alone and can be SQL.
 */
export function bindChange(condition: Condition, facts: unknown): Condition {
  switch (condition.kind) {
    case "and":
      return all(condition.parts.map((part) => bindChange(part, facts)));
    case "or":
      return any(condition.parts.map((part) => bindChange(part, facts)));
    case "not": {
      const part = bindChange(condition.part, facts);
      return part.kind === "always" || part.kind === "never" ? flip(part.kind) : { kind: "not", part };
    }
    case "isIn":
    case "within":
    case "everyWithin":
    case "shares":
    case "everyShared":
      return inMemoryOnly(condition) ? constant(evaluate(condition, facts)) : condition;
    default:
      return condition;
  }
}

function inMemoryOnly(leaf: Extract<Condition, { attribute: unknown }>): boolean {
  return leaf.attribute.shape === "places" ? leaf.attribute.columns === null : leaf.attribute.column === null;
}

function constant(value: boolean): Condition {
  return { kind: value ? "always" : "never" };
}

function flip(kind: "always" | "never"): Condition {
  return { kind: kind === "always" ? "never" : "always" };
}

function inner(condition: Condition): SQL | null {
  return condition.kind === "always" ? null : toSql(condition);
}

function join(parts: readonly Condition[], glue: SQL, ifNone: SQL): SQL {
  return parts.length === 0 ? ifNone : sql`(${sql.join(parts.map(toSql), glue)})`;
}

function isIn(target: AnyPgColumn, values: readonly Value[]): SQL {
  return sql`${target} in (${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;
}

function everyWithin(condition: Extract<Condition, { kind: "everyWithin" }>): SQL {
  const { scope, each } = places(condition.attribute);
  const granted = numbers(condition.values);
  const noneOutside = sql`not exists (select 1 from ${neighbourhoods} where ${neighbourhoods.number} = any(${each}) and not ${neighbourhoods.path} && ${granted})`;
  // The overlap says nothing new, but it lets the index find the few candidates before each one's places are looked at.
  return condition.ifEmpty === "allow"
    ? sql`(${each} = '{}' or (${scope} && ${granted} and ${noneOutside}))`
    : sql`(${scope} && ${granted} and ${noneOutside})`;
}

function numbers(values: Values): SQL {
  const list = known(values).map((value) => {
    if (typeof value !== "number" || !Number.isInteger(value)) {
      throw new Error("A set of places or tags holds numbers only.");
    }
    return value;
  });
  return numberList(list);
}

function column(attribute: { readonly name: string; readonly column: AnyPgColumn | null }): AnyPgColumn {
  if (attribute.column === null) {
    throw new Error(`${attribute.name} belongs to a proposed change and has no list form.`);
  }
  return attribute.column;
}

function places(attribute: {
  readonly name: string;
  readonly columns: { scope: AnyPgColumn; each: AnyPgColumn } | null;
}) {
  if (attribute.columns === null) {
    throw new Error(`${attribute.name} belongs to a proposed change and has no list form.`);
  }
  return attribute.columns;
}
