export interface TurnTables {
  turns: {
    id: string
    user_id: string
    status: 'ok' | 'crisis'
    sealed_thought: Uint8Array
    sealed_answer: Uint8Array
    engine: string | null
    prompt_version: string | null
    saved_at: string | null
    created_at: string
  }
}
