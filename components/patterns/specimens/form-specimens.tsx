"use client";
import { z } from "zod/mini";
import { FormChips, FormDate, FormError, FormField, FormSelect, FormTextArea } from "../form-field";
import { FormShell } from "../form-shell";
import type { FormAction } from "../form-submission";
import { pretended } from "./pretended-actions";
import { Specimen, SpecimenGrid } from "./specimen";

const schema = z.object({
  title: z.string().check(z.trim(), z.minLength(5, "Give a name of at least 5 characters.")),
  sentence: z.string().check(z.trim(), z.maxLength(60, "Keep it to 60 characters.")),
  placeKind: z.string().check(z.minLength(1, "Choose a kind.")),
  // One chip is sent as a text, several as a list, none not at all.
  topics: z.pipe(
    z.transform((sent: unknown) => [sent ?? []].flat()),
    z.array(z.string()).check(z.maxLength(2, "Choose at most two topics.")),
  ),
});

const kinds = [
  { value: "", label: "Choose one" },
  { value: "garden", label: "Garden" },
  { value: "hall", label: "Hall" },
];

const topics = [
  { value: "green", label: "Green Neighbours" },
  { value: "youth", label: "Youth Voice" },
  { value: "age", label: "Age Friendly" },
];

/** Forms on pretended actions, which post nowhere: one for each way in which saving can end. */
export function FormSpecimens() {
  return (
    <SpecimenGrid>
      <Specimen name="Checked before it is sent; the name “taken” is refused by the server">
        <FormShell
          action={pretended.check}
          schema={schema}
          values={{ title: "", sentence: "Raised beds and a kettle.", placeKind: "" }}
          submitLabel="Save"
          cancelHref="/design/empty"
        >
          <FormField name="title" label="Title" required help="As people know it." />
          <FormSelect name="placeKind" label="Kind of place" options={kinds} required />
          <FormTextArea name="sentence" label="In one sentence" optional limit={60} />
          <FormDate name="since" label="Open since" optional />
          <div className="grid gap-1.5">
            <FormChips name="topics" legend="Topics" tone="add" options={topics} />
            <FormError name="topics" />
          </div>
        </FormShell>
      </Specimen>
      <div className="grid content-start gap-7">
        <Small name="Needs a confirmation" title="confirmed-title" action={pretended.confirm} />
        <Small name="Somebody was faster" title="stale-title" action={pretended.stale} version="3" />
        <Small name="The network is dead" title="lost-title" action={pretended.lose} />
        <Small name="Something fails on the server" title="failing-title" action={pretended.fail} />
      </div>
    </SpecimenGrid>
  );
}

function Small({
  name,
  title,
  action,
  version,
}: {
  name: string;
  title: string;
  action: FormAction<null>;
  version?: string;
}) {
  const values = {
    [title]: "Birley Fields Garden",
    ...(version === undefined ? {} : { phone: "0161 496 0100" }),
  };
  const loaded = { values, facts: { "Service areas": "Hulme", Tags: "Gardening" } };
  return (
    <Specimen name={name}>
      <FormShell
        action={action}
        values={version === undefined ? values : { ...values, version }}
        loaded={loaded}
        submitLabel="Save"
        wording={{ label: (field) => words[field] ?? field }}
      >
        <FormField name={title} label={`Name (${name.toLowerCase()})`} />
        {version !== undefined && <FormField name="phone" label="Phone" />}
      </FormShell>
    </Specimen>
  );
}

const words: Readonly<Record<string, string>> = { "stale-title": "Name", phone: "Phone" };
