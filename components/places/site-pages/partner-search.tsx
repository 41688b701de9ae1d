import { buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { LONGEST_SITE_SEARCH } from "@/lib/places/site-pages/constants";
import type { PublicCategory } from "@/lib/places/site-pages/queries";
import type { PublicQuery } from "@/lib/places/site-pages/schemas";
import { publicLinkClass } from "./site-frame";

type Props = { path: string; query: PublicQuery; categories: readonly PublicCategory[] };

/** The search of a site's partners: a plain form, whose results have an address. */
export function PartnerSearch({ path, query: { text, category }, categories }: Props) {
  const options = [
    { value: "", label: "Any category" },
    ...categories.map(({ key, name, count }) => ({ value: key, label: `${name} (${count.toLocaleString("en-GB")})` })),
  ];
  return (
    <form action={`${path}#partners`} aria-label="Find partners" className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-[1_1_14rem]">
        <Field
          type="search"
          name="q"
          label="Name or what it does"
          defaultValue={text}
          maxLength={LONGEST_SITE_SEARCH}
          autoComplete="off"
        />
      </div>
      {categories.length > 0 && (
        <div className="min-w-0 flex-[0_1_14rem]">
          <Select name="category" label="Category" defaultValue={category} options={options} />
        </div>
      )}
      <button type="submit" className={buttonClass("primary")}>
        Search
      </button>
      {(text !== "" || category !== "") && (
        <a href={`${path}#partners`} className={`inline-flex min-h-9 items-center ${publicLinkClass}`}>
          Show all
        </a>
      )}
    </form>
  );
}
