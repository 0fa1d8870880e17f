export interface __Name__Tables {
  entries: { id: string; user_id: string; label: string; created_at: string }
}
