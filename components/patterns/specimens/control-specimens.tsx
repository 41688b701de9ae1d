import { Pencil, Plus, Search, Trash2 } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox, CheckboxGroup } from "@/components/ui/checkbox";
import { ChoiceChips } from "@/components/ui/choice-chips";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextLink } from "@/components/ui/text-link";
import { Specimen, SpecimenGrid } from "./specimen";

const tones = ["primary", "secondary", "quiet", "danger"] as const;

/** Buttons in every tone, size and state. */
export function ButtonSpecimens() {
  return (
    <SpecimenGrid>
      {tones.map((tone) => (
        <Specimen key={tone} name={`Tone ${tone}`}>
          <Button tone={tone}>Save</Button>
          <Button tone={tone}>
            {tone === "danger" ? <Trash2 aria-hidden className="size-4" /> : <Plus aria-hidden className="size-4" />}
            New partner
          </Button>
          <Button tone={tone} pending>
            Saving
          </Button>
          <Button tone={tone} disabled>
            Not now
          </Button>
          <Button tone={tone} size="sm">
            Small
          </Button>
        </Specimen>
      ))}
      <Specimen name="Links">
        <ButtonLink href="#buttons" tone="primary">
          <Plus aria-hidden className="size-4" />
          New partner
        </ButtonLink>
        <ButtonLink href="#buttons">
          <Pencil aria-hidden className="size-4" />
          Edit
        </ButtonLink>
        <TextLink href="#buttons">A link in running text</TextLink>
      </Specimen>
    </SpecimenGrid>
  );
}

const kinds = [
  { value: "", label: "Any kind" },
  { value: "garden", label: "Community garden" },
  { value: "hall", label: "Hall" },
  { value: "closed", label: "No longer used", disabled: true },
];

/** Text controls: empty, filled, with help, wrong, disabled, read only. */
export function FieldSpecimens() {
  return (
    <SpecimenGrid>
      <Field name="plain" label="Name" placeholder="As people know it" />
      <Field name="helped" label="Postcode" help="Such as M15 5AB." optional defaultValue="M15 5AB" />
      <Field
        name="wrong"
        label="Website"
        help="With http:// or https:// in front."
        defaultValue="hulme garden"
        error="This is no web address. Begin it with https://."
      />
      <Field name="locked" label="External id" defaultValue="BP-1042" readOnly help="Given by the directory." />
      <Field name="off" label="Slug" defaultValue="hulme-garden-centre" disabled help="Only root admins change it." />
      <Field
        name="search"
        type="search"
        label="Find a partner"
        placeholder="Name or postcode"
        footnote={
          <p className="flex items-center gap-1.5 text-sm text-ink-muted">
            <Search aria-hidden className="size-4" /> 34 of 129 partners
          </p>
        }
      />
      <TextArea name="about" label="Description" help="Plain text; paragraphs are kept." optional />
      <TextArea name="wrong-area" label="Summary" defaultValue="A garden." error="Say it in at least 20 characters." />
      <Select name="kind" label="Kind" options={kinds} />
      <Select name="wrong-kind" label="Kind" options={kinds} error="Choose a kind." help="What most people come for." />
      <DateField name="day" label="Ends on" defaultValue="2026-03-11" help="The last day on which it counts." />
      <DateField name="wrong-day" label="Starts on" error="Give a day before the end." />
    </SpecimenGrid>
  );
}

/** Checkboxes and chips in every state. */
export function ChoiceSpecimens() {
  return (
    <SpecimenGrid>
      <CheckboxGroup legend="Columns" help="The name is always shown.">
        <Checkbox name="column" value="places" label="Places" defaultChecked />
        <Checkbox name="column" value="tags" label="Tags" help="Categories and partnerships together." />
        <Checkbox name="column" value="postcode" label="Postcode" disabled />
      </CheckboxGroup>
      <CheckboxGroup legend="Before it goes" error="Say that you have read this.">
        <Checkbox name="read" label="I know that its two calendars go with it" />
      </CheckboxGroup>
      <ChoiceChips
        legend="Tags"
        help="Press one to take it away when you save."
        name="remove"
        tone="remove"
        options={[
          { value: "a", label: "Green Neighbours" },
          { value: "b", label: "Age Friendly", checked: true },
          { value: "c", label: "Given by the city council", disabled: true },
        ]}
      />
      <ChoiceChips
        legend="Add tags"
        name="add"
        tone="add"
        options={[
          { value: "d", label: "Youth Voice", checked: true },
          { value: "e", label: "Wheelchair access" },
          { value: "f", label: "A partnership with an unusually long name that has to wrap on a narrow screen" },
        ]}
      />
    </SpecimenGrid>
  );
}
