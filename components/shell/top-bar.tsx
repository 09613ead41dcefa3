'use client'

import { ShareButton } from '#components/share/share-button.tsx'
import { KeyList } from './key-list.tsx'
import { KeepSwitch } from './keep-switch.tsx'
import { SiteBar } from './site-bar.tsx'

/** The bar of the playground: what concerns the experiment as a whole. */
export function TopBar() {
  return (
    <SiteBar page="/">
      <KeepSwitch />
      <ShareButton />
      <KeyList />
    </SiteBar>
  )
}
