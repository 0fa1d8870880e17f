import type { ReactNode } from 'react'
import type { Trouble } from '../api/trouble.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { type Doing, troubleText } from './trouble-text.ts'

export function TroubleNotice(props: {
  trouble: Trouble
  doing?: Doing
  onRetry?: () => void
  actions?: ReactNode
}): ReactNode {
  const { m, format } = useI18n()
  const retry = props.onRetry ? (
    <Button kind="quiet" label={m.common.tryAgain} onPress={props.onRetry} />
  ) : null
  return (
    <Notice
      actions={
        retry || props.actions ? (
          <>
            {retry}
            {props.actions}
          </>
        ) : null
      }
    >
      {troubleText(m, format, props.trouble, props.doing)}
    </Notice>
  )
}
