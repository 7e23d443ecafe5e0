import { createAsyncThunk, createSlice, type PayloadAction } from '@reduxjs/toolkit';

interface TasksState {
  taskState: 'idle' | 'loading' | 'succeeded' | 'failed';
  status: 'idle' | 'busy';
  error?: string;
}

const initialState: TasksState = { taskState: 'idle', status: 'idle' };

export const load = createAsyncThunk('tasks/load', async (id: string) => (await fetch(`/tasks/${id}`)).json());

const slice = createSlice({
  name: 'taskState',
  initialState,
  reducers: {
    reset: () => ({ taskState: 'idle', status: 'idle' }) as const,
    renamed: (state, action: PayloadAction<string>) => {
      state.error = action.payload;
    },
  },
  extraReducers: (builder) =>
    builder
      .addCase(load.pending, (state) => ({ ...state, taskState: 'loading', status: 'busy' }))
      .addCase(load.fulfilled, (state) => {
        state.taskState = 'succeeded';
        state.status = 'idle';
      })
      .addCase(load.rejected, () => ({ taskState: 'failed', status: 'idle', error: 'status: FAILED' })),
});

export const { reset, renamed } = slice.actions;
export const selectTask = ({ tasks }: { tasks: TasksState }) => ({ taskState: tasks.taskState, status: tasks.status });
export default slice.reducer;
