namespace PromptLab.Simulator.Offers;

internal static class CategoryList
{
    public static IReadOnlyList<Category> All { get; } =
    [
        new(1, "Finance", ["Loans", "Credit Card", "Trading Account", "Savings Account"], 18, 60, 0.006, 0.018, false),
        new(2, "Insurance", ["Car Insurance", "Pet Insurance", "Home Insurance"], 12, 38, 0.008, 0.025, false),
        new(3, "Gaming", ["Casino", "Mobile Game", "Poker Room", "Bingo"], 15, 55, 0.006, 0.02, false),
        new(4, "Sweepstakes", ["Gift Card Sweeps", "Phone Sweeps", "Console Sweeps"], 0.9, 3.2, 0.035, 0.08, false),
        new(5, "Dating", ["Dating", "Senior Dating", "Chat App"], 2.5, 9, 0.015, 0.05, false),
        new(6, "Nutra", ["Keto Gummies", "Collagen", "Joint Relief", "Skin Serum"], 12, 42, 0.007, 0.025, false),
        new(7, "Software", ["VPN", "Antivirus", "Password Vault", "Cloud Storage"], 8, 30, 0.008, 0.03, false),
        new(8, "Energy", ["Solar Panels", "Heat Pump", "Green Power"], 14, 45, 0.007, 0.02, false),
        new(9, "E-commerce", ["Mattress", "Sneakers", "Meal Box", "Coffee Club", "Pet Food"], 0, 0, 0.01, 0.035, true),
        new(10, "Surveys", ["Paid Surveys", "Product Tester", "Opinion Panel"], 1.1, 3.5, 0.03, 0.075, false),
    ];
}
