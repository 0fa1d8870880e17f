import { useMutation } from '@tanstack/react-query'
import { toProblemError } from '@triptych/kernel'
import type { ReactNode } from 'react'
import { Linking, Platform, View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { space } from '../theme/tokens.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Words } from '../ui/text.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { fileNameOf } from './file-name.ts'

function saveInBrowser(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Everything held about the person, as one archive. */
export function Export(): ReactNode {
  const { m } = useI18n()
  const { fetch, baseUrl } = useServices()
  const url = `${baseUrl}/api/v1/me/export`
  const download = useMutation({
    mutationFn: async () => {
      if (Platform.OS !== 'web') return Linking.openURL(url)
      const answer = await fetch(url, { credentials: 'same-origin' })
      if (!answer.ok) throw await toProblemError(answer)
      saveInBrowser(await answer.blob(), fileNameOf(answer.headers.get('content-disposition')))
      return undefined
    },
  })
  return (
    <View style={{ gap: space(4), alignItems: 'flex-start' }}>
      <Words tone="inkSoft">{m.you.exportText}</Words>
      <Button
        kind="quiet"
        label={m.you.exportDo}
        busy={download.isPending && m.you.exporting}
        onPress={() => download.mutate()}
      />
      {download.isSuccess ? <Notice>{m.you.exported}</Notice> : null}
      {download.error ? <TroubleNotice trouble={troubleOf(download.error)} /> : null}
    </View>
  )
}
