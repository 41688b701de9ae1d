import { FormChips, FormError } from "@/components/patterns/form-field";
import { Badge } from "@/components/ui/badge";
import type { Changeable, ChoosablePartnership, SiteForm } from "@/lib/places/site-form/queries";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";
import { FormPlacePicker } from "../neighbourhoods/form-place-picker";
import { FixedValue, FormSection } from "../partner-form/form-section";

type Props = {
  /** The places and partnerships that the site has now. */
  has: Pick<SiteForm, "places" | "partnerships">;
  addable: readonly ChoosablePartnership[];
  neighbourhoods: Changeable;
  tags: Changeable;
  /** Places that were found on another page, for those without scripts. */
  found: readonly ChosenPlace[];
  findHref: string;
};

/** Which partners a site shows: those in its neighbourhoods, and of its partnerships where it has any. */
export function SiteReachFields({ has, addable, neighbourhoods, tags, found, findHref }: Props) {
  return (
    <FormSection
      id="reach"
      title="What it covers"
      help="It shows the partners in its neighbourhoods; with partnerships, only those that belong to one of them."
    >
      {neighbourhoods.mayChange ? (
        <>
          {has.places.length > 0 && (
            <FormChips
              name="removeNeighbourhoods"
              legend="Neighbourhoods that it has"
              tone="remove"
              options={has.places.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
          <FormError name="removeNeighbourhoods" />
          <FormPlacePicker
            name="addNeighbourhoods"
            label={has.places.length > 0 ? "Neighbourhoods to add" : "Neighbourhoods"}
            help="Each with everything that lies in it."
            use={{ kind: "any" }}
            known={found}
            multiple
            findHref={findHref}
          />
        </>
      ) : (
        <FixedValue label="Neighbourhoods" value={<Names records={has.places} />} reason={neighbourhoods.reason} />
      )}
      <hr className="border-line" />
      {tags.mayChange ? (
        <Partnerships carried={has.partnerships} addable={addable} />
      ) : (
        <FixedValue label="Partnerships" value={<Names records={has.partnerships} />} reason={tags.reason} />
      )}
    </FormSection>
  );
}

function Partnerships({
  carried,
  addable,
}: {
  carried: readonly ChoosablePartnership[];
  addable: readonly ChoosablePartnership[];
}) {
  const options = (tags: readonly ChoosablePartnership[]) => tags.map(({ id, name }) => ({ value: id, label: name }));
  if (carried.length + addable.length === 0) return <p className="text-ink-muted">There is no partnership yet.</p>;
  return (
    <>
      <FormError name="addTags" />
      <FormError name="removeTags" />
      {carried.length > 0 && (
        <FormChips name="removeTags" legend="Partnerships that it has" tone="remove" options={options(carried)} />
      )}
      {addable.length > 0 && (
        <FormChips
          name="addTags"
          legend={carried.length > 0 ? "Partnerships to add" : "Partnerships"}
          tone="add"
          options={options(addable)}
        />
      )}
    </>
  );
}

function Names({ records }: { records: readonly { id: string; name: string }[] }) {
  if (records.length === 0) return "None";
  return (
    <ul className="flex flex-wrap gap-1">
      {records.map(({ id, name }) => (
        <li key={id}>
          <Badge>{name}</Badge>
        </li>
      ))}
    </ul>
  );
}
