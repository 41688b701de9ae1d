import type { ComponentProps } from "react";
import { type Tab, TabLinks } from "@/components/ui/tabs";
import { PageTitle } from "./page-title";

/**
 * What every tab of a record begins with: its name and state, what may be done to it, and the tabs.
 * @param props.tabs the tabs, the first of them the record's own page.
 * @param props.current the address of the tab that is open.
 */
export function RecordHead({
  title,
  tabs,
  current,
  ...head
}: ComponentProps<typeof PageTitle> & { tabs: readonly Tab[]; current: string }) {
  return (
    <>
      <PageTitle title={title} {...head} />
      <div className="-mt-3 mb-5">
        <TabLinks label={`About ${title}`} tabs={tabs} current={current} />
      </div>
    </>
  );
}
