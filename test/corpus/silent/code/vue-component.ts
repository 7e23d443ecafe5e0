import { computed, defineComponent, reactive, ref } from 'vue';

export default defineComponent({
  name: 'ServerCard',
  props: { vmState: { type: String, default: 'active' }, taskState: { type: String, default: '' }, status: String },
  emits: { taskState: (value: string) => value.length > 0, status: null },
  setup(props) {
    const taskState = ref('waiting');
    const view = reactive({ taskState, status: 'LOADING', open: false });
    const icon = computed(() => (props.vmState === 'active' ? 'play' : 'stop'));
    const busy = computed(() => props.taskState !== '' && props.taskState !== null);
    const classes = computed(() => ({ [`is-${props.status}`]: true, taskState: busy.value }));
    return { view, icon, busy, classes, taskState: taskState.value };
  },
  watch: {
    taskState(next: string) {
      this.$emit('status', next);
    },
    vmState: 'reload',
  },
});
