import "server-only";
import type { SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/**
 * What a condition may ask of a record. Every attribute names its in-memory form (a getter over the record's facts) and
 * its SQL form (columns that are never null) side by side, so that a rule is written once and read both ways.
 * An attribute without columns belongs to a proposed change and exists in memory only.
 */
export type Attribute<F> = ScalarAttribute<F> | SetAttribute<F> | PlacesAttribute<F>;

/** One value: an id, a kind. */
export interface ScalarAttribute<F> {
  readonly name: string;
  readonly shape: "scalar";
  readonly get: (facts: F) => string | number;
  readonly column: AnyPgColumn | null;
}

/** A set of numbers, such as the partnership tags that a partner carries. */
export interface SetAttribute<F> {
  readonly name: string;
  readonly shape: "set";
  readonly get: (facts: F) => readonly number[];
  readonly column: AnyPgColumn | null;
}

/** A path in the tree of places: numbers from the root down to the place itself. */
export type PlacePath = readonly number[];

/**
 * Places in the tree. In memory one path for each place; in SQL `scope` holds the places and all their ancestors in one
 * array, `each` the places alone.
 */
export interface PlacesAttribute<F> {
  readonly name: string;
  readonly shape: "places";
  readonly get: (facts: F) => readonly PlacePath[];
  readonly columns: { readonly scope: AnyPgColumn; readonly each: AnyPgColumn } | null;
}

/**
 * Records that hang together with this one. `exists` wraps a condition over the related table into one over this table
 * (`null` stands for "any related record at all").
 */
export interface Relation<F, R> {
  readonly name: string;
  readonly get: (facts: F) => readonly R[];
  readonly exists: (condition: SQL | null) => SQL;
}
