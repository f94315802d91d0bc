using Microsoft.Extensions.Options;
using Npgsql;
using PromptLab.Data.Databases;
using PromptLab.Planner.Schedules;
using PromptLab.Workflows.Schedules;
using Quartz;

namespace PromptLab.Host.Schedules;

internal static class SchedulerRegistration
{
    private const int MostRunsAtOnce = 8;
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Quartz gives the beat: from memory on SQLite, which has one process; from the database on PostgreSQL, where the nodes form a
    /// cluster and the others go on when one dies. It beats in real time, whatever the service's clock says.
    /// </summary>
    public static void AddScheduler(this WebApplicationBuilder builder)
    {
        var database = builder.Configuration.GetSection(DatabaseOptions.Section);
        var server = database["Provider"]?.Equals(nameof(DatabaseProvider.PostgreSql), StringComparison.OrdinalIgnoreCase) == true
            ? database["ConnectionString"]
            : null;
        builder.Services.AddSchedules().AddScheduledWorkflows().AddSingleton<ScheduleCreator>();
        builder.Services.AddSingleton<Heartbeat>().AddHostedService<SchedulerStart>().AddHostedService<HeartbeatWatch>();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseDefaultThreadPool(MostRunsAtOnce);
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "promptlab";
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
                // A node that finds the beat taken looks again this soon, should the one that took it stall.
                options.IdleWaitTime = IdleWait;
            });
            Keep(quartz, server);
            quartz.ScheduleJob<HeartbeatJob>(Beat, (_, job) => job.WithIdentity(HeartbeatJob.Key).StoreDurably());
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void Keep(IQuartzBuilder quartz, string? server)
    {
        if (string.IsNullOrWhiteSpace(server))
        {
            quartz.UseInMemoryStore();
            return;
        }

        quartz.ConfigureScheduler(options => options.GenerateInstanceId = true);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, server);
            store.UseSystemTextJsonSerializer();
            store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, CheckIn));
        });
    }

    private static void Beat(IServiceProvider services, ITriggerConfigurator<HeartbeatJob> trigger) => trigger
        .WithIdentity(HeartbeatJob.Key.Name, HeartbeatJob.Key.Group)
        .StartNow()
        .WithSimpleSchedule(schedule => schedule
            .WithInterval(services.GetRequiredService<IOptions<ScheduleOptions>>().Value.Heartbeat)
            .RepeatForever()
            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount));
}
